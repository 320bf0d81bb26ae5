/**
 * Tests of shops on Spring Boot against a sandbox of Telegram. Begin with {@code @StartillTest}, or
 * with {@code @AutoConfigureSandbox} beside {@code @SpringBootTest}.
 */
@NullMarked
package dev.startill.spring.test;

import org.jspecify.annotations.NullMarked;
