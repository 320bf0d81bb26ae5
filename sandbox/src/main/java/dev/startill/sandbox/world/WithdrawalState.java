package dev.startill.sandbox.world;

/** How a withdrawal stands (core.telegram.org/bots/api#revenuewithdrawalstate). */
public sealed interface WithdrawalState {
  /** No withdrawal at all: Stars that came from Fragment, or came back. */
  record None() implements WithdrawalState {}

  /** Fragment has not paid yet. */
  record Pending() implements WithdrawalState {}

  /** Fragment has paid; Unix seconds, and an address where this can be seen. */
  record Succeeded(long date, String url) implements WithdrawalState {}

  /** Fragment did not pay; the Stars came back. */
  record Failed() implements WithdrawalState {}
}
