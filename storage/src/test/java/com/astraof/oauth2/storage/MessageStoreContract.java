package com.astraof.oauth2.storage;

import static com.astraof.oauth2.storage.Fixtures.NOON;
import static com.astraof.oauth2.storage.Fixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.astraof.oauth2.core.account.User;
import com.astraof.oauth2.core.audit.Event;
import com.astraof.oauth2.core.guild.Decision;
import com.astraof.oauth2.core.guild.GuildEdit;
import com.astraof.oauth2.core.guild.Message;
import com.astraof.oauth2.core.guild.MessageStore.Window;
import com.astraof.oauth2.core.id.ChannelId;
import com.astraof.oauth2.core.id.GuildId;
import com.astraof.oauth2.core.id.MessageId;
import com.astraof.oauth2.core.id.Snowflakes;
import com.astraof.oauth2.core.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages and the windows they are read through. */
abstract class MessageStoreContract extends StoreContract {
  private static final ChannelId GENERAL = new ChannelId(11);

  private final User ada = Fixtures.person(1, "ada", 1, "ada@example.com");

  @BeforeEach
  void found() {
    storage().users().add(ada, null, event(Event.REGISTERED));
    Founding.guild(storage(), 10, ada, 100);
    for (long id = 100; id <= 500; id += 100) {
      storage().messages().add(message(GENERAL, id, null));
    }
  }

  private Message message(ChannelId channel, long id, @Nullable Long replyTo) {
    var answered = replyTo == null ? null : new MessageId(replyTo);
    return new Message(new MessageId(id), channel, ada, "No " + id, NOON, "n" + id, answered);
  }

  private List<Long> list(Window window, int limit) {
    return storage().messages().list(GENERAL, window, limit).stream()
        .map(message -> message.id().value())
        .toList();
  }

  @Test
  void what_was_said_is_found_again() {
    var reply = message(GENERAL, 600, 100L);

    assertThat(storage().messages().add(reply)).isTrue();

    assertThat(storage().messages().find(GENERAL, reply.id())).contains(reply);
    assertThat(storage().messages().find(new ChannelId(12), reply.id())).isEmpty();
    var channel =
        storage().guilds().read(new GuildId(10), facts -> facts.channel(GENERAL).orElseThrow());
    assertThat(channel.orElseThrow().lastMessage()).isEqualTo(reply.id());
  }

  @Test
  void a_character_that_not_every_engine_holds_breaks_nothing() {
    var odd = new Message(new MessageId(600), GENERAL, ada, "a\0b", NOON, "n\0", null);

    assertThat(storage().messages().add(odd)).isTrue();

    var found = storage().messages().find(GENERAL, odd.id()).orElseThrow();
    assertThat(found.content()).isEqualTo("a\uFFFDb");
  }

  @Test
  void nothing_is_said_where_no_channel_is() {
    assertThat(storage().messages().add(message(new ChannelId(99), 600, null))).isFalse();
  }

  @Test
  void windows_open_newest_first() {
    assertThat(list(new Window.Latest(), 2)).containsExactly(500L, 400L);
    assertThat(list(new Window.Before(new MessageId(300)), 5)).containsExactly(200L, 100L);
    assertThat(list(new Window.After(new MessageId(200)), 2)).containsExactly(400L, 300L);
    assertThat(list(new Window.Around(new MessageId(300)), 3)).containsExactly(400L, 300L, 200L);
    assertThat(list(new Window.Around(new MessageId(500)), 4)).containsExactly(500L, 400L, 300L);
  }

  @Test
  void what_one_user_wrote_since_then_is_deleted() {
    var clock = new TestClock();
    var snowflakes = new Snowflakes(clock, 0);
    var grace = Fixtures.person(2, "grace", 1, "grace@example.com");
    storage().users().add(grace, null, event(Event.REGISTERED));
    var old = say(snowflakes.newMessage(), grace);
    clock.advance(Duration.ofDays(1));
    var since = clock.instant();
    say(snowflakes.newMessage(), grace);
    var ofAnother = say(snowflakes.newMessage(), ada);

    var edit = new GuildEdit.DeleteMessages(grace.id(), since);
    storage().guilds().change(new GuildId(10), facts -> Decision.of(true, edit));

    assertThat(storage().messages().list(GENERAL, new Window.Latest(), 2))
        .extracting(Message::id)
        .containsExactly(ofAnother, old);
  }

  private MessageId say(MessageId id, User author) {
    storage().messages().add(new Message(id, GENERAL, author, "Rye", NOON, null, null));
    return id;
  }
}
