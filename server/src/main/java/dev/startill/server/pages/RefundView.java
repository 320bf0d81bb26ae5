package dev.startill.server.pages;

import java.util.List;

/**
 * The page that asks whether a charge shall go back, or tells what became of it. Immutable.
 *
 * @param frame what every page has
 * @param title what it is about
 * @param back where one came from
 * @param charge the charge's id
 * @param stars how much
 * @param buyer whose
 * @param facts what is known of it
 * @param effect what sending it back will do
 * @param whyNot why it cannot be sent back; empty if it can
 * @param history oldest first; of an order it is on its own page
 */
public record RefundView(
    Frame frame,
    String title,
    String back,
    String charge,
    String stars,
    String buyer,
    List<Fact> facts,
    String effect,
    String whyNot,
    List<OrderView.Event> history) {}
