package dev.startill.sandbox.world;

import java.util.List;

/** Takes a World apart into values and puts it together again. */
final class Snapshot {
  private static final byte[] NOTHING = {};

  private final World world;

  Snapshot(World world) {
    this.world = world;
  }

  Saved take() {
    var people = world.people();
    return new Saved(
        Saved.VERSION,
        List.copyOf(people.users()),
        people.bots().stream().map(world.mail()::saved).toList(),
        people.communities().stream().map(this::community).toList(),
        world.invitations().saved(),
        world.chats().rooms().entrySet().stream()
            .map(room -> chat(room.getKey(), room.getValue()))
            .toList(),
        world.chats().lastIds(),
        economy(),
        world.paidMemberships().all(),
        world.paidMedia().buyers(),
        world.gifts().given(),
        world.gifts().premiumUntil(),
        world.files().all().stream().map(file -> new Saved.SavedFile(file, bytes(file))).toList(),
        world.webApps().menus(),
        manners());
  }

  void restore(Saved saved) {
    saved.users().forEach(world.people()::restore);
    saved.bots().forEach(this::restore);
    for (var known : saved.communities()) {
      world.people().restore(known.community());
      known.members().forEach(m -> world.memberships().put(known.community().chat(), m));
    }
    saved.invitations().forEach(world.invitations()::restore);
    world.chats().lastIds().putAll(saved.lastMessages());
    for (var chat : saved.chats()) {
      var room = world.chats().open(chat.chat());
      room.block(chat.blocked());
      chat.messages().forEach(room::add);
    }
    restore(saved.economy());
    world.paidMemberships().restore(saved.paidMemberships());
    world.paidMedia().restore(saved.paidMedia());
    world.gifts().restore(saved.gifts(), saved.premiumUntil());
    world.webApps().restore(saved.menus());
    restore(saved.manners());
    for (var file : saved.files()) {
      world.files().restore(file.file(), file.bytes());
    }
    saved.bots().forEach(world.mail()::restore);
  }

  private Saved.Manners manners() {
    return new Saved.Manners(
        world.profiles().all(),
        world.margins().pins(),
        world.margins().reactions(),
        List.copyOf(world.people().discreet()));
  }

  private void restore(Saved.Manners manners) {
    manners.profiles().forEach(world.profiles()::restore);
    manners.pins().forEach(world.margins()::restore);
    manners.reactions().forEach(world.margins()::restore);
    manners.discreet().forEach(user -> world.people().setDiscreet(user, true));
  }

  private Saved.Economy economy() {
    var payments = world.payments();
    var charges = world.till().charges();
    return new Saved.Economy(
        List.copyOf(payments.links().values()),
        List.copyOf(payments.checkouts().values()),
        payments.lastPayment(),
        List.copyOf(charges.all()),
        charges.returned(),
        charges.paymentsOf(),
        world.books().all(),
        List.copyOf(world.subscriptions().all()),
        world.withdrawals().all(),
        world.businesses().all());
  }

  private void restore(Saved.Economy saved) {
    world.payments().restore(saved);
    world.till().charges().restore(saved);
    saved.books().forEach(world.books()::restore);
    saved.subscriptions().forEach(world.subscriptions()::bringBack);
    world.withdrawals().restore(saved.withdrawals());
    world.businesses().restore(saved.businesses());
  }

  private void restore(Saved.SavedBot saved) {
    var bot = saved.bot();
    world.people().restore(bot);
  }

  private Saved.SavedCommunity community(Community community) {
    return new Saved.SavedCommunity(community, world.memberships().all(community.chat()));
  }

  private static Saved.SavedChat chat(Chat chat, Room room) {
    return new Saved.SavedChat(chat, room.blocked(), room.after(0));
  }

  private byte[] bytes(StoredFile file) {
    return world.files().bytes(file.id()).orElse(NOTHING);
  }
}
