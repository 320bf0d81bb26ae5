package dev.startill.sandbox.state;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Partner;
import dev.startill.sandbox.world.Saved;
import dev.startill.sandbox.world.Update;
import dev.startill.sandbox.world.WithdrawalState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code sandbox.json} in a folder. It is written beside and moved over, so that a reader
 * finds the old state or the new one; it is not forced to disk, since a sandbox's Stars are
 * pretend.
 */
public final class StateFile {
  /** What the file holds: how far the clock is ahead, and the World. */
  public record State(Duration ahead, Saved world) {}

  /** As much of a file as any version has. */
  private record Head(HeadOfWorld world) {}

  private record HeadOfWorld(int version) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Content.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Content.Offer.class, name = "invoice"),
    @JsonSubTypes.Type(value = Content.Attachment.class, name = "file"),
    @JsonSubTypes.Type(value = Content.WebAppData.class, name = "web app data"),
    @JsonSubTypes.Type(value = Content.Card.class, name = "card"),
    @JsonSubTypes.Type(value = Content.Pinned.class, name = "pinned"),
    @JsonSubTypes.Type(value = Content.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = Content.Left.class, name = "left"),
    @JsonSubTypes.Type(value = Content.PaidMedia.class, name = "paid_media"),
    @JsonSubTypes.Type(value = Content.Gifted.class, name = "gift"),
    @JsonSubTypes.Type(value = Content.GiftedPremium.class, name = "premium"),
    @JsonSubTypes.Type(value = Content.Paid.class, name = "paid"),
    @JsonSubTypes.Type(value = Content.Refunded.class, name = "refunded")
  })
  private interface NamedContent {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Update.Arrived.class, name = "arrived"),
    @JsonSubTypes.Type(value = Update.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = Update.SubscriptionMoved.class, name = "subscription"),
    @JsonSubTypes.Type(value = Update.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = Update.InlineAsked.class, name = "inline"),
    @JsonSubTypes.Type(value = Update.InlineChosen.class, name = "chosen"),
    @JsonSubTypes.Type(value = Update.Connected.class, name = "business"),
    @JsonSubTypes.Type(value = Update.Pressed.class, name = "pressed"),
    @JsonSubTypes.Type(value = Update.MediaBought.class, name = "media_bought"),
    @JsonSubTypes.Type(value = Update.Stood.class, name = "stood")
  })
  private interface NamedBody {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Partner.User.class, name = "user"),
    @JsonSubTypes.Type(value = Partner.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = Partner.Fragment.class, name = "fragment"),
    @JsonSubTypes.Type(value = Partner.TelegramAds.class, name = "ads"),
    @JsonSubTypes.Type(value = Partner.TelegramApi.class, name = "api"),
    @JsonSubTypes.Type(value = Partner.Other.class, name = "other"),
    @JsonSubTypes.Type(value = Partner.Store.class, name = "store")
  })
  private interface NamedPartner {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Partner.Purpose.Invoice.class, name = "invoice"),
    @JsonSubTypes.Type(value = Partner.Purpose.Media.class, name = "media"),
    @JsonSubTypes.Type(value = Partner.Purpose.Gift.class, name = "gift"),
    @JsonSubTypes.Type(value = Partner.Purpose.Premium.class, name = "premium"),
    @JsonSubTypes.Type(value = Partner.Purpose.BusinessTransfer.class, name = "business")
  })
  private interface NamedPurpose {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = WithdrawalState.None.class, name = "none"),
    @JsonSubTypes.Type(value = WithdrawalState.Pending.class, name = "pending"),
    @JsonSubTypes.Type(value = WithdrawalState.Succeeded.class, name = "succeeded"),
    @JsonSubTypes.Type(value = WithdrawalState.Failed.class, name = "failed")
  })
  private interface NamedState {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Chat.Private.class, name = "private"),
    @JsonSubTypes.Type(value = Chat.Channel.class, name = "channel"),
    @JsonSubTypes.Type(value = Chat.Group.class, name = "group")
  })
  private interface NamedChat {}

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Chat.class, NamedChat.class)
          .addMixIn(Content.class, NamedContent.class)
          .addMixIn(Update.Body.class, NamedBody.class)
          .addMixIn(Partner.class, NamedPartner.class)
          .addMixIn(Partner.Purpose.class, NamedPurpose.class)
          .addMixIn(WithdrawalState.class, NamedState.class)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path file;
  private final Path draft;

  /** The state file of a folder, which is made if need be. */
  public StateFile(Path folder) {
    this.file = folder.resolve("sandbox.json");
    this.draft = folder.resolve("sandbox.json.new");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be made.", e);
    }
  }

  /**
   * What was saved last, if anything.
   *
   * @throws StateUnreadable when the file is damaged or of another version
   */
  public Optional<State> load() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      int version = MAPPER.readValue(file, Head.class).world().version();
      if (version != 0 && version != Saved.VERSION) {
        throw new StateUnreadable(file, otherVersion(version));
      }
      return Optional.of(MAPPER.readValue(file, State.class));
    } catch (JacksonException | NullPointerException e) {
      throw unreadable(e);
    }
  }

  /** What is to be said when no World can be made of what was in the file. */
  public StateUnreadable unreadable(RuntimeException why) {
    var words = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    return new StateUnreadable(file, words);
  }

  /** What another version means: this one knows no way over, for what it needs is not in there. */
  private static String otherVersion(int version) {
    return "it is of version %d, which %s Startill wrote, and this one reads version %d alone"
        .formatted(version, version < Saved.VERSION ? "an older" : "a newer", Saved.VERSION);
  }

  /** Replaces the file, written piece by piece: a big World is never in memory as text too. */
  public void save(State state) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
      MAPPER.writeValue(out, state);
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
