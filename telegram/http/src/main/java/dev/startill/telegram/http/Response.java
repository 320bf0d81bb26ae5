package dev.startill.telegram.http;

import java.util.OptionalLong;

/**
 * What came back over HTTP, read whole.
 *
 * @param status the status code
 * @param retryAfter the {@code Retry-After} header in seconds, if it is a number
 * @param body bounded by the caller's limit
 * @param reusable whether the connection may carry another call
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of 4 MiB would be waste.
record Response(int status, OptionalLong retryAfter, byte[] body, boolean reusable) {}
