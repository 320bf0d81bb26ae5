package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.world.Membership.Status;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels and groups: who may write, who hears of it, and how messages are numbered. */
class SharedChatsTest {
  private static final Content HELLO = new Content.Text("hello", "");

  private World world;
  private long shop;
  private long other;
  private Community channel;
  private Community group;

  @BeforeEach
  void two_bots_a_channel_and_a_group() {
    world =
        new World(
            Instant.parse("2026-11-22T12:00:00Z"),
            new Random(1),
            Knobs.TELEGRAM,
            Deliveries.FAITHFUL,
            happening -> {});
    shop = world.people().authorize(11, "a", false, true).id();
    other = world.people().authorize(12, "b", false, true).id();
    channel = world.people().found(true, "News", "news");
    group = world.people().found(false, "Talk", "");
  }

  @Test
  void only_an_administrator_posts_to_a_channel() {
    assertThatThrownBy(() -> world.chats().reachable(shop, "@News"))
        .hasMessage("Forbidden: bot is not a member of the channel chat");
    stand(channel, shop, Status.MEMBER);
    assertThatThrownBy(() -> world.chats().reachable(shop, "@news"))
        .hasMessage("Bad Request: need administrator rights in the channel chat");
    stand(channel, shop, Status.ADMINISTRATOR);
    assertThat(world.chats().reachable(shop, "" + channel.id())).isEqualTo(channel.chat());
  }

  @Test
  void a_bot_that_was_removed_from_a_group_is_told_so() {
    assertThatThrownBy(() -> world.chats().reachable(shop, "" + group.id()))
        .hasMessage("Forbidden: bot is not a member of the supergroup chat");
    stand(group, shop, Status.KICKED);
    assertThatThrownBy(() -> world.chats().reachable(shop, "" + group.id()))
        .hasMessage("Forbidden: bot was kicked from the supergroup chat");
  }

  @Test
  void other_bots_in_a_chat_hear_of_a_message_and_its_author_does_not() {
    stand(channel, shop, Status.ADMINISTRATOR);
    stand(channel, other, Status.ADMINISTRATOR);
    var post = world.chats().send(shop, channel.chat(), HELLO, "", Marks.NONE);
    assertThat(world.mail().read(shop, 0, 10)).isEmpty();
    var heard = world.mail().read(other, 0, 10);
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().body()).isEqualTo(new Update.Arrived(post));
    assertThat(heard.getFirst().body().field()).isEqualTo("channel_post");
  }

  @Test
  void each_shared_chat_numbers_its_own_messages() {
    long ann = world.people().join("Ann", "", "", 0).id();
    stand(group, ann, Status.MEMBER);
    world.chats().write(ann, shop, HELLO, Marks.NONE);
    world.chats().write(ann, shop, HELLO, Marks.NONE);
    var first = world.chats().write(ann, group.chat(), HELLO, Marks.NONE);
    assertThat(first.id()).isEqualTo(1);
    assertThat(world.chats().write(ann, shop, HELLO, Marks.NONE).id()).isEqualTo(3);
  }

  private void stand(Community where, long who, Status status) {
    world.memberships().put(where.chat(), new Membership(who, status, 0));
  }
}
