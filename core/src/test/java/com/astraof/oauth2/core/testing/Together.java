package com.astraof.oauth2.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same thing many times at once. */
public final class Together {
  private Together() {}

  /** All start at the same moment; the answers of all. */
  public static <T> List<T> times(int count, Callable<T> work) {
    return times(count, number -> work.call());
  }

  /** The same, where each has its number from 0. */
  public static <T> List<T> times(int count, Numbered<T> work) {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return work.of(number);
                }));
      }
      start.countDown();
      var answers = new ArrayList<T>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is done by one of many. */
  @FunctionalInterface
  public interface Numbered<T> {
    T of(int number) throws Exception;
  }
}
