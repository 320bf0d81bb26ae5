package dev.startill.testkit.fuzz;

import dev.startill.testkit.fuzz.Json.Arr;
import dev.startill.testkit.fuzz.Json.Leaf;
import dev.startill.testkit.fuzz.Json.Member;
import dev.startill.testkit.fuzz.Json.Obj;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Spoils JSON: mostly in its structure, so that what comes out is still understood in part, and
 * sometimes in its bytes. The same seed spoils the same example in the same way. For one thread.
 */
public final class Mutator {
  private static final int DEEPEST_PIT = 150;

  private final RandomGenerator chance;
  private final List<Json> donors;
  private final Leaves leaves;
  private final ByteMutations bytes;

  /**
   * A mutator.
   *
   * @param chance where it begins
   * @param donors examples from which parts are taken, at least one
   */
  public Mutator(RandomGenerator chance, List<Json> donors) {
    this.chance = chance;
    this.donors = List.copyOf(donors);
    this.leaves = new Leaves(chance);
    this.bytes = new ByteMutations(chance);
  }

  /** The same JSON with this many changes to its structure. */
  public Json spoil(Json example, int changes) {
    var spoilt = example;
    for (var i = 0; i < changes; i++) {
      spoilt = spoilt.with(anyNumberIn(spoilt), this::change);
      spoilt = chance.nextInt(12) == 0 ? exchange(spoilt) : spoilt;
    }
    return spoilt;
  }

  /** The same bytes with this many changes to them. */
  public byte[] spoil(byte[] example, int changes) {
    var spoilt = example;
    for (var i = 0; i < changes; i++) {
      spoilt = bytes.change(spoilt, donors.get(chance.nextInt(donors.size())).bytes());
    }
    return spoilt;
  }

  /** Usually a little, seldom much, often not at all; and one time in eight in its bytes. */
  public byte[] spoil(Json example) {
    var changes =
        switch (chance.nextInt(10)) {
          case 0, 1, 2 -> 0;
          case 3, 4, 5, 6 -> 1;
          case 7, 8 -> 2;
          default -> 3 + chance.nextInt(5);
        };
    var spoilt = spoil(example, changes).bytes();
    return chance.nextInt(8) == 0 ? spoil(spoilt, 1 + chance.nextInt(3)) : spoilt;
  }

  private int anyNumberIn(Json json) {
    return chance.nextInt(json.size());
  }

  private Json change(Json value) {
    if (chance.nextInt(4) == 0) {
      return replace(value);
    }
    return switch (value) {
      case Obj obj -> new Obj(membersLike(obj.members()));
      case Arr arr -> new Arr(itemsLike(arr.items()));
      case Leaf leaf -> leaves.change(leaf);
    };
  }

  private Json replace(Json value) {
    return switch (chance.nextInt(6)) {
      case 0 -> new Obj(List.of(new Member("id", value)));
      case 1 -> new Arr(List.of(value));
      case 2 -> pit(value, chance.nextInt(DEEPEST_PIT));
      case 3 -> part();
      default -> leaves.odd();
    };
  }

  private List<Member> membersLike(List<Member> members) {
    var changed = new ArrayList<>(members);
    if (changed.isEmpty()) {
      changed.add(new Member("id", leaves.odd()));
      return changed;
    }
    var which = chance.nextInt(changed.size());
    var member = changed.get(which);
    switch (chance.nextInt(7)) {
      case 0, 1 -> changed.remove(which);
      case 2 -> changed.add(anyPlace(changed), new Member(member.name(), leaves.odd()));
      case 3 -> changed.add(anyPlace(changed), member);
      case 4 -> changed.set(which, new Member(anyName(), member.value()));
      case 5 -> changed.add(anyPlace(changed), new Member(anyName(), part()));
      default -> Collections.shuffle(changed, random());
    }
    return changed;
  }

  private List<Json> itemsLike(List<Json> items) {
    var changed = new ArrayList<>(items);
    if (changed.isEmpty()) {
      changed.add(leaves.odd());
      return changed;
    }
    var which = chance.nextInt(changed.size());
    switch (chance.nextInt(5)) {
      case 0 -> changed.remove(which);
      case 1 -> changed.add(changed.get(which));
      case 2 -> changed.set(which, leaves.odd());
      case 3 -> changed.add(anyPlace(changed), part());
      default -> Collections.shuffle(changed, random());
    }
    return changed;
  }

  private int anyPlace(List<?> list) {
    return chance.nextInt(list.size() + 1);
  }

  /** Two values change places: an id where the other id belongs, say. */
  private Json exchange(Json json) {
    var one = anyNumberIn(json);
    var other = anyNumberIn(json);
    var first = json.at(one);
    var second = json.at(other);
    var isWithin = one <= other && other < one + first.size();
    var isAround = other <= one && one < other + second.size();
    if (isWithin || isAround) {
      return json;
    }
    var later = Math.max(one, other);
    var sooner = Math.min(one, other);
    return json.with(later, v -> json.at(sooner)).with(sooner, v -> json.at(later));
  }

  /** Some value out of some example. */
  private Json part() {
    var donor = donors.get(chance.nextInt(donors.size()));
    return donor.at(anyNumberIn(donor));
  }

  /** The name of some member of some example. */
  private String anyName() {
    for (var tries = 0; tries < 20; tries++) {
      if (part() instanceof Obj obj && !obj.members().isEmpty()) {
        return obj.members().get(chance.nextInt(obj.members().size())).name();
      }
    }
    return "id";
  }

  private static Json pit(Json bottom, int depth) {
    var whole = bottom;
    for (var i = 0; i < depth; i++) {
      whole = i % 2 == 0 ? new Arr(List.of(whole)) : new Obj(List.of(new Member("a", whole)));
    }
    return whole;
  }

  private Random random() {
    return Random.from(chance);
  }
}
