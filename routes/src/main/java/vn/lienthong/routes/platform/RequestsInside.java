package vn.lienthong.routes.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many requests are being worked on, and the end of the last one. A lock, not a monitor: virtual threads wait here. */
final class RequestsInside {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int count;

    void enter() {
        lock.lock();
        try {
            count++;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            count--;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nobody is inside, or when the time is over; how many were then. */
    int awaitNone(Duration longest) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(longest.toMillis());
        lock.lock();
        try {
            while (count > 0 && nanos > 0) {
                nanos = left.awaitNanos(nanos);
            }
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return count;
        } finally {
            lock.unlock();
        }
    }
}
