package dev.startill.server.pages;

import java.util.List;

/**
 * The page of one order. Immutable.
 *
 * @param frame what every page has
 * @param id its id
 * @param title what was bought
 * @param word its state
 * @param tone how the state is to be taken: good, busy, bad or calm
 * @param cases what waits for a person
 * @param facts what is known of it
 * @param times when
 * @param history oldest first
 * @param recovered whether only Telegram's statement told of its payment
 * @param refund where its Stars can be sent back; empty where they cannot
 */
public record OrderView(
    Frame frame,
    String id,
    String title,
    String word,
    String tone,
    List<OrdersView.CaseRow> cases,
    List<Fact> facts,
    List<Time> times,
    List<Event> history,
    boolean recovered,
    String refund) {

  /** Some moment. */
  public record Time(String name, Stamp stamp) {}

  /** Something that happened. */
  public record Event(String what, String state, String tone, Stamp at, String detail) {}
}
