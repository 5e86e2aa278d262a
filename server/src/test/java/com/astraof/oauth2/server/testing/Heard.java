package com.astraof.oauth2.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** What one logger says from {@code INFO} on, heard here alone until it is closed. */
public final class Heard extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger;
  private final BlockingQueue<String> coming = new LinkedBlockingQueue<>();
  private final List<String> lines = new ArrayList<>();

  public Heard(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    start();
    logger.setLevel(Level.INFO);
    logger.setAdditive(false);
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    coming.add(event.getFormattedMessage() + " " + event.getKeyValuePairs());
  }

  public List<String> lines() {
    coming.drainTo(lines);
    return List.copyOf(lines);
  }

  /** Waits for so many lines in all. */
  public List<String> lines(int count) throws InterruptedException {
    while (lines().size() < count) {
      String next = coming.poll(10, TimeUnit.SECONDS);
      assertThat(next).as("a line after %s", lines).isNotNull();
      lines.add(next);
    }
    return lines();
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(null);
  }
}
