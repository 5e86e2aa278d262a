package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.ADA;
import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.event;
import static com.astraof.oauth2.storage.Founding.FOUNDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.guild.Ban;
import com.astraof.oauth2.core.guild.Channel;
import com.astraof.oauth2.core.guild.Channel.About;
import com.astraof.oauth2.core.guild.Channel.Place;
import com.astraof.oauth2.core.guild.Decision;
import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.GuildFacts;
import com.astraof.oauth2.core.guild.Invite;
import com.astraof.oauth2.core.guild.Invite.Terms;
import com.astraof.oauth2.core.guild.Member;
import com.astraof.oauth2.core.guild.Member.Restraints;
import com.astraof.oauth2.core.guild.Overwrite;
import com.astraof.oauth2.core.guild.Overwrite.Target;
import com.astraof.oauth2.core.guild.Permission;
import com.astraof.oauth2.core.guild.Permissions;
import com.astraof.oauth2.core.guild.Role;
import com.astraof.oauth2.core.guild.Role.Look;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.RoleId;
import com.astraof.oauth2.core.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a guild is read and changed. */
abstract class GuildChangeContract extends StoreContract {
  private static final GuildId GUILD = new GuildId(10);
  private static final ChannelId GENERAL = new ChannelId(11);
  private static final RoleId BAKERS = new RoleId(20);
  private static final Permissions KICK = new Permissions(Permission.KICK_MEMBERS.mask());

  private final User ada = Fixtures.person(1, "ada", 1, "ada@example.com");
  private final User grace = Fixtures.person(2, "grace", 1, "grace@example.com");

  @BeforeEach
  void found() {
    storage().users().add(ada, null, event(Event.REGISTERED));
    storage().users().add(grace, null, event(Event.REGISTERED));
    Founding.guild(storage(), GUILD.value(), ada, 100);
  }

  private void write(GuildEdit... edits) {
    assertThat(storage().guilds().change(GUILD, facts -> Decision.of(true, edits))).contains(true);
  }

  private <T> T read(Function<GuildFacts, T> question) {
    return storage().guilds().read(GUILD, question).orElseThrow();
  }

  private List<Role> roles() {
    return read(GuildFacts::roles);
  }

  private Optional<Member> grace() {
    return read(facts -> facts.member(grace.id()));
  }

  private Optional<Channel> channel(ChannelId id) {
    return read(facts -> facts.channel(id));
  }

  private boolean graceIsBanned(Instant at) {
    return read(facts -> facts.isBanned(grace.id(), at));
  }

  private static Role bakers() {
    return Role.made(BAKERS, GUILD, new Look("Bakers", 0xff8800, true, 3, true), KICK);
  }

  private Member newcomer() {
    return Member.newcomer(grace, FOUNDED).withNick("Amazing").with(Set.of(BAKERS));
  }

  @Test
  void what_was_written_is_read_again() {
    var until = NOON.plusSeconds(60);
    var restrained = newcomer().with(new Restraints(true, true, until));
    var about = new About("bread", "Rye only", true, null);
    var mine = new Overwrite(new Target.OfMember(grace.id()), KICK, Permissions.DEFAULT);
    var theirs = new Overwrite(new Target.OfRole(BAKERS), Permissions.NONE, KICK);
    var place = new Place(4, GENERAL);
    var bread =
        new Channel(
            new ChannelId(30), GUILD, Channel.Type.TEXT, about, place, List.of(mine, theirs), null);

    write(
        new GuildEdit.AddRole(bakers()),
        new GuildEdit.AddMember(restrained),
        new GuildEdit.AddChannel(bread));

    assertThat(roles()).containsExactly(bakers(), Role.everyone(GUILD));
    assertThat(grace()).contains(restrained);
    assertThat(channel(bread.id()))
        .get()
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(bread);
    List<Channel> channels = read(GuildFacts::channels);
    assertThat(channels).extracting(Channel::id).containsExactly(GENERAL, bread.id());
    int members = read(GuildFacts::memberCount);
    assertThat(members).isEqualTo(2);
    int guilds = read(facts -> facts.guildsOf(grace.id()));
    assertThat(guilds).isEqualTo(1);
    assertThat(storage().guilds().guildOf(bread.id())).contains(GUILD);
  }

  @Test
  void a_role_that_goes_is_taken_from_members_and_channels() {
    var overwrite = new Overwrite(new Target.OfRole(BAKERS), KICK, Permissions.NONE);
    var channel =
        new Channel(
            new ChannelId(30),
            GUILD,
            Channel.Type.TEXT,
            About.named("bread"),
            new Place(1, null),
            List.of(overwrite),
            null);
    write(
        new GuildEdit.AddRole(bakers()),
        new GuildEdit.AddMember(newcomer()),
        new GuildEdit.AddChannel(channel));

    write(new GuildEdit.RemoveRole(BAKERS));

    assertThat(roles()).containsExactly(Role.everyone(GUILD));
    assertThat(grace().orElseThrow().roles()).isEmpty();
    assertThat(channel(channel.id()).orElseThrow().overwrites()).isEmpty();
  }

  @Test
  void who_leaves_takes_nothing_along_and_comes_back_without_it() {
    write(new GuildEdit.AddRole(bakers()), new GuildEdit.AddMember(newcomer()));

    write(new GuildEdit.RemoveMember(grace.id()));
    assertThat(grace()).isEmpty();
    write(new GuildEdit.AddMember(Member.newcomer(grace, FOUNDED)));

    var back = grace().orElseThrow();
    assertThat(back.roles()).isEmpty();
    assertThat(back.nick()).isNull();
  }

  @Test
  void changes_replace_what_was_there() {
    write(new GuildEdit.AddRole(bakers()), new GuildEdit.AddMember(newcomer()));
    var calmer = bakers().with(Permissions.NONE).with(Look.named("Millers"));
    var plain = Member.newcomer(grace, FOUNDED);

    write(new GuildEdit.ChangeRole(calmer), new GuildEdit.ChangeMember(plain));

    assertThat(roles()).contains(calmer);
    assertThat(grace()).contains(plain);
  }

  @Test
  void a_ban_ends_when_it_should() {
    var ban = new Ban(grace.id(), ADA, "Burnt the bread", NOON, NOON.plusSeconds(60));
    write(new GuildEdit.AddBan(ban));

    assertThat(graceIsBanned(NOON.plusSeconds(59))).isTrue();
    assertThat(graceIsBanned(NOON.plusSeconds(60))).isFalse();
    write(new GuildEdit.AddBan(new Ban(grace.id(), ADA, null, NOON, null)));
    assertThat(graceIsBanned(NOON.plusSeconds(60))).isTrue();
    write(new GuildEdit.LiftBan(grace.id()));
    assertThat(graceIsBanned(NOON)).isFalse();
  }

  @Test
  void an_invite_is_found_by_its_code_and_counted() {
    var terms = new Terms(2, Duration.ofSeconds(60), true);
    var invite = new Invite("rye", GENERAL, ADA, terms, NOON, 0);
    var forever = new Invite("oat", GENERAL, ADA, new Terms(0, Duration.ZERO, false), NOON, 0);
    write(new GuildEdit.AddInvite(invite), new GuildEdit.AddInvite(forever));

    assertThat(storage().guilds().guildOfInvite("rye")).contains(GUILD);
    assertThat(storage().guilds().guildOfInvite("wheat")).isEmpty();
    assertThat(invite("rye")).contains(invite);
    assertThat(invite("oat")).contains(forever);
    assertThat(invites(NOON.plusSeconds(59))).isEqualTo(2);
    assertThat(invites(NOON.plusSeconds(60))).isEqualTo(1);
    write(new GuildEdit.UseInvite("rye"), new GuildEdit.UseInvite("rye"));
    assertThat(invite("rye").orElseThrow().uses()).isEqualTo(2);
    assertThat(invites(NOON)).isEqualTo(1);
  }

  private Optional<Invite> invite(String code) {
    return read(facts -> facts.invite(code));
  }

  private int invites(Instant at) {
    return read(facts -> facts.inviteCount(at));
  }

  @Test
  void a_deleted_guild_leaves_nothing() {
    write(new GuildEdit.AddMember(Member.newcomer(grace, FOUNDED)));

    write(new GuildEdit.DeleteGuild(), new GuildEdit.Note(event(Event.GUILD_DELETED)));

    assertThat(storage().guilds().read(GUILD, GuildFacts::guild)).isEmpty();
    assertThat(storage().guilds().change(GUILD, facts -> Decision.only(1))).isEmpty();
    assertThat(storage().guilds().guildOf(GENERAL)).isEmpty();
    assertThat(storage().guilds().members(GUILD, new UserId(0), 9)).isEmpty();
  }

  @Test
  void members_come_in_pages_with_their_roles() {
    write(new GuildEdit.AddRole(bakers()), new GuildEdit.AddMember(newcomer()));

    var guilds = storage().guilds();
    assertThat(guilds.members(GUILD, new UserId(0), 1)).extracting(Member::id).containsExactly(ADA);
    assertThat(guilds.members(GUILD, ADA, 5)).containsExactly(newcomer());
  }

  @Test
  void all_edits_of_a_decision_are_written_or_none() {
    var twice = new GuildEdit.AddMember(Member.newcomer(grace, FOUNDED));

    assertThatThrownBy(() -> write(new GuildEdit.AddRole(bakers()), twice, twice))
        .isInstanceOf(StoreUnavailable.class);

    assertThat(roles()).containsExactly(Role.everyone(GUILD));
    assertThat(grace()).isEmpty();
  }

  @Test
  void of_64_rules_at_once_each_sees_what_the_others_did() throws Exception {
    Callable<Optional<Boolean>> addOnce =
        () ->
            storage()
                .guilds()
                .change(
                    GUILD,
                    facts ->
                        facts.member(grace.id()).isPresent()
                            ? Decision.only(false)
                            : Decision.of(
                                true, new GuildEdit.AddMember(Member.newcomer(grace, FOUNDED))));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = threads.invokeAll(Stream.generate(() -> addOnce).limit(64).toList());

      var answers = new ArrayList<Boolean>();
      for (var one : all) {
        answers.add(one.get().orElseThrow());
      }
      assertThat(answers.stream().collect(Collectors.groupingBy(a -> a, Collectors.counting())))
          .containsEntry(true, 1L)
          .containsEntry(false, 63L);
    }
  }
}
