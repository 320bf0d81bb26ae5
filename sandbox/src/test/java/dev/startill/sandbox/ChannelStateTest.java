package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.state.StateFile;
import dev.startill.sandbox.world.Amount;
import dev.startill.sandbox.world.Caption;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Deliveries;
import dev.startill.sandbox.world.Invitation;
import dev.startill.sandbox.world.Knobs;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.OwnedGift;
import dev.startill.sandbox.world.Partner;
import dev.startill.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paid memberships, paid media and gifts outlive a restart. */
class ChannelStateTest {
  private static final long BOT = 11;
  private static final int PERIOD = 2_592_000;

  @TempDir private Path folder;

  @Test
  void a_membership_renews_after_a_restart() throws IOException {
    var world = world();
    long ann = world.people().join("Ann", "", "", 100).id();
    var channel = world.people().found(true, "News", "").chat();
    var link =
        world
            .invitations()
            .create(channel, BOT, Invitation.Limits.NONE, new Invitation.Price(PERIOD, 40));
    long until = world.invitations().join(ann, link).until();
    var again = reopened(world);
    assertThat(again.invitations().find(link.url())).contains(link);
    again.advanceTo(Instant.ofEpochSecond(until));
    assertThat(again.people().stars(ann)).isEqualTo(20);
    assertThat(again.people().stars(channel.id())).isEqualTo(80);
    assertThat(again.memberships().of(channel, ann).until()).isEqualTo(until + PERIOD);
    again.advanceTo(Instant.ofEpochSecond(until + PERIOD));
    assertThat(again.memberships().of(channel, ann).status().isIn()).isFalse();
  }

  @Test
  void what_was_bought_and_given_stays_so() throws IOException {
    var world = world();
    long ann = world.people().join("Ann", "", "", 100).id();
    world.people().authorize(BOT, "digest", false, true);
    world.books().earn(BOT, "a", Amount.of(2_000), new Partner.Other());
    var chat = new Chat.Private(BOT, ann);
    var media = new Content.PaidMedia("key", BOT, 30, List.of(), Caption.NONE, "ord_1");
    var message = world.chats().send(BOT, chat, media, "", Marks.NONE);
    assertThat(world.paidMedia().buy(ann, message, media, "[]").status()).isEqualTo("paid");
    var gift = world.gifts().available().getLast();
    var one = new OwnedGift(ann, BOT, gift, world.now().getEpochSecond(), "", "", false);
    world.gifts().give(one, chat, given -> "{}");
    world.gifts().givePremium(chat, 3, 1_000, "", "");
    var again = reopened(world);
    assertThat(again.paidMedia().isOpen(media, ann)).isTrue();
    assertThat(again.gifts().of(ann)).containsExactly(one);
    assertThat(again.gifts().left(gift)).isEqualTo(gift.total() - 1);
    assertThat(again.gifts().isPremium(ann)).isTrue();
    assertThat(again.books().balance(BOT)).isEqualTo(world.books().balance(BOT));
    assertThat(again.chats().messages(chat, 0)).isEqualTo(world.chats().messages(chat, 0));
  }

  private World reopened(World world) throws IOException {
    new StateFile(folder).save(new StateFile.State(Duration.ZERO, world.save()));
    var again = world();
    again.load(new StateFile(folder).load().orElseThrow().world());
    return again;
  }

  private static World world() {
    return new World(
        Instant.parse("2026-11-22T12:00:00Z"),
        new Random(1),
        Knobs.TELEGRAM,
        Deliveries.FAITHFUL,
        happening -> {});
  }
}
