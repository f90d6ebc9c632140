package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLockTest {
    private final PlainLock lock = new PlainLock();
    private int guarded;

    @Test
    void whoHasItCannotTakeItAgain() {
        lock.lock();
        assertThat(lock.tryLock()).isFalse();
        lock.unlock();
        assertThat(lock.tryLock()).isTrue();
    }

    @Test
    void whoWaitsForItGetsItWhenItIsReleased() throws InterruptedException {
        lock.lock();
        var waiting = new Thread(() -> {
            lock.lock();
            guarded++;
            lock.unlock();
        });
        waiting.start();
        Sockets.awaitWaiting(waiting);
        assertThat(guarded).isZero();

        lock.unlock();

        waiting.join(Sockets.IN_TIME.toMillis());
        assertThat(guarded).isEqualTo(1);
    }

    @Test
    void onlyOneThreadAtATimeHasIt() throws InterruptedException {
        int rounds = 200_000;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var thread = new Thread(() -> {
                for (int round = 0; round < rounds; round++) {
                    lock.lock();
                    guarded++;
                    lock.unlock();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join(6 * Sockets.IN_TIME.toMillis());
        }
        assertThat(guarded).isEqualTo(4 * rounds);
    }
}
