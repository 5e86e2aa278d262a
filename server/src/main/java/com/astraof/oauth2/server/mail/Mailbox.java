package com.astraof.oauth2.server.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Where the demo's letters lie, the latest first, until it stops. Others are not sent anywhere. */
public final class Mailbox implements Carrier {
  private static final int MOST = 50;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Letter> letters = new ArrayDeque<>();

  @Override
  public Delivery carry(Letter letter) {
    lock.lock();
    try {
      letters.addFirst(letter);
      if (letters.size() > MOST) {
        letters.removeLast();
      }
      return new Delivery.Taken();
    } finally {
      lock.unlock();
    }
  }

  public List<Letter> letters() {
    lock.lock();
    try {
      return List.copyOf(letters);
    } finally {
      lock.unlock();
    }
  }
}
