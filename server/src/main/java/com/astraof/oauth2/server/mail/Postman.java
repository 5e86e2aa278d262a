package com.astraof.oauth2.server.mail;

import com.astraof.oauth2.core.count.Counts;
import com.astraof.oauth2.core.mail.MailQueue;
import com.astraof.oauth2.core.mail.QueuedMail;
import com.astraof.oauth2.server.mail.Carrier.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queue, beside the postmen of other nodes: each mail is claimed first. Should a node
 * die between handing a mail over and saying so, the mail is sent again when the lease is over; its
 * Message-ID is the same then.
 */
public final class Postman {
  private static final Logger log = LoggerFactory.getLogger("astral.mail");

  private static final int PORTION = 20;

  /** Longer than the slowest server is waited for. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

  /** Nobody waits for a mail that is older. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private final MailQueue queue;
  private final Writer writer;
  private final Carrier carrier;
  private final InstantSource clock;
  private final ReentrantLock round = new ReentrantLock();
  private final Counts<MailFate> fates = new Counts<>(MailFate.class);
  private volatile long waiting;

  public Postman(MailQueue queue, Writer writer, Carrier carrier, InstantSource clock) {
    this.queue = queue;
    this.writer = writer;
    this.carrier = carrier;
    this.clock = clock;
  }

  /** One round: when it returns, every mail that was due has been tried, unless none is taken. */
  public void goRound() {
    round.lock();
    try {
      Instant now = clock.instant();
      if (carrier.isThere()) {
        List<QueuedMail> portion;
        do {
          portion = queue.due(now, PORTION);
        } while (deliver(portion, now) && portion.size() == PORTION);
      }
      queue.removeOlderThan(now.minus(PATIENCE));
      waiting = queue.waiting();
    } finally {
      round.unlock();
    }
  }

  /** How often a try ended how. */
  public Counts<MailFate> fates() {
    return fates;
  }

  /** How many mails the last round left in the queue, which all nodes share. */
  public long waiting() {
    return waiting;
  }

  /** False when nothing is taken at the moment. */
  private boolean deliver(List<QueuedMail> portion, Instant now) {
    for (QueuedMail waiting : portion) {
      var claimed = queue.claim(waiting, now.plus(LEASE));
      if (claimed.isPresent() && !deliver(claimed.get(), now)) {
        return false;
      }
    }
    return true;
  }

  private boolean deliver(QueuedMail mail, Instant now) {
    Optional<Letter> letter = writer.write(mail, now);
    if (letter.isEmpty()) {
      queue.remove(mail);
      return true;
    }
    return switch (carrier.carry(letter.get())) {
      case Delivery.Taken() -> {
        queue.remove(mail);
        fates.count(MailFate.SENT);
        yield true;
      }
      case Delivery.Refused(var reason) -> {
        giveUp(mail, reason);
        yield true;
      }
      case Delivery.NotNow(var reason) -> {
        tryAgain(mail, reason, now);
        yield true;
      }
      case Delivery.Away(var reason) -> {
        tryAgain(mail, reason, now);
        yield false;
      }
    };
  }

  private void tryAgain(QueuedMail mail, String reason, Instant now) {
    Instant next = now.plus(pause(mail.tries()));
    if (next.isAfter(mail.mail().at().plus(PATIENCE))) {
      giveUp(mail, reason);
      return;
    }
    note("is tried again", mail, reason);
    queue.postpone(mail, next);
    fates.count(MailFate.RETRIED);
  }

  private void giveUp(QueuedMail mail, String reason) {
    note("is given up", mail, reason);
    queue.remove(mail);
    fates.count(MailFate.GIVEN_UP);
  }

  static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** Of the address only the domain. */
  private static void note(String fate, QueuedMail mail, String reason) {
    String recipient = mail.mail().recipient();
    log.atWarn()
        .addKeyValue("kind", mail.mail().getClass().getSimpleName())
        .addKeyValue("domain", recipient.substring(recipient.lastIndexOf('@') + 1))
        .addKeyValue("tries", mail.tries())
        .addKeyValue("reason", reason)
        .log("mail {}", fate);
  }
}
