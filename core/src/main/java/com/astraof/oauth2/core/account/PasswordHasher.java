package com.astraof.oauth2.core.account;

import com.astraof.oauth2.core.delay.Delay;
import com.astraof.oauth2.core.delay.DelayWatch;
import com.astraof.oauth2.core.secret.Entropy;
import com.astraof.oauth2.core.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id for human passwords (RFC 9106), a few at a time: each costs tens of milliseconds and
 * megabytes, so a flood of sign-ins waits here, in a bounded queue for a bounded time. The work is
 * done by threads of its own: a virtual one would hold on to its carrier for as long as a hash
 * takes, and everything else would wait with the flood.
 */
public final class PasswordHasher {
  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([^$]+)\\$([^$]+)");
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** Whoever comes when so many wait already is told so at once. */
  private static final int LONGEST_QUEUE = 100;

  private final Cost cost;
  private final Entropy entropy;
  private final ThreadPoolExecutor workers;
  private final DelayWatch watch;
  private final PasswordHash nobody;

  public PasswordHasher(Cost cost, int atOnce, Entropy entropy) {
    this(
        cost,
        atOnce,
        entropy,
        Thread.ofPlatform().daemon().name("password-", 0).factory(),
        DelayWatch.NOBODY);
  }

  /**
   * @param threads makes those that hash
   * @param watch is told how long they take
   */
  public PasswordHasher(
      Cost cost, int atOnce, Entropy entropy, ThreadFactory threads, DelayWatch watch) {
    this.cost = cost;
    this.entropy = entropy;
    this.watch = watch;
    this.workers =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            threads);
    workers.allowCoreThreadTimeOut(true);
    this.nobody = phc(entropy.bytes(SALT_BYTES), entropy.bytes(HASH_BYTES));
  }

  /** Empty when too many others are waiting. */
  public Optional<PasswordHash> hash(Secret password) {
    return inTurn(() -> hashNow(password));
  }

  public Check check(Secret password, PasswordHash stored) {
    Matcher phc = PHC.matcher(stored.phc());
    if (!phc.matches()) {
      throw new IllegalStateException("A stored password hash has an unknown form");
    }
    var storedCost = new Cost(Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)));
    byte[] salt = Base64.getDecoder().decode(phc.group(3));
    byte[] expected = Base64.getDecoder().decode(phc.group(4));
    return inTurn(() -> argon2id(password, salt, storedCost, expected.length))
        .map(actual -> MessageDigest.isEqual(expected, actual) ? Check.MATCHES : Check.DIFFERS)
        .orElse(Check.BUSY);
  }

  /**
   * Costs what {@link #check} costs, so that an unknown address cannot be told by the time it
   * takes.
   */
  public Check checkNobody(Secret password) {
    return check(password, nobody) == Check.BUSY ? Check.BUSY : Check.DIFFERS;
  }

  /** How many are being hashed or compared at this moment. */
  public int running() {
    return workers.getActiveCount();
  }

  /** How many wait for that. */
  public int waiting() {
    return workers.getQueue().size();
  }

  private PasswordHash hashNow(Secret password) {
    byte[] salt = entropy.bytes(SALT_BYTES);
    return phc(salt, argon2id(password, salt, cost, HASH_BYTES));
  }

  private PasswordHash phc(byte[] salt, byte[] hash) {
    var base64 = Base64.getEncoder().withoutPadding();
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
            .formatted(
                cost.kibibytes(),
                cost.passes(),
                base64.encodeToString(salt),
                base64.encodeToString(hash)));
  }

  private static byte[] argon2id(Secret password, byte[] salt, Cost cost, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kibibytes())
            .withIterations(cost.passes())
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.expose().getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  /** Empty when too many others are waiting. */
  private <T> Optional<T> inTurn(Callable<T> work) {
    return watch.during(Delay.PASSWORD_HASH, () -> awaited(work));
  }

  private <T> Optional<T> awaited(Callable<T> work) {
    Future<T> result;
    try {
      result = workers.submit(work);
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
    try {
      return Optional.of(result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new IllegalStateException("A password could not be hashed", e);
    } catch (TimeoutException e) {
      result.cancel(false);
      return Optional.empty();
    } catch (InterruptedException e) {
      result.cancel(false);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** What one hash costs. */
  public record Cost(int kibibytes, int passes) {
    /** OWASP's first recommendation for Argon2id: 19 MiB, two passes. */
    public static final Cost RECOMMENDED = new Cost(19 * 1024, 2);
  }

  /** What a check found. */
  public enum Check {
    MATCHES,
    DIFFERS,
    BUSY
  }
}
