package dev.startill.sandbox.world;

/**
 * What an invoice message or link asks for: it never expires and can be paid any number of times by
 * anyone (maintainer's word in tdlib/telegram-bot-api#603). The amount is whole Stars.
 */
public record Invoice(
    String title,
    String description,
    String payload,
    String startParameter,
    String currency,
    long amount,
    String photoUrl) {}
