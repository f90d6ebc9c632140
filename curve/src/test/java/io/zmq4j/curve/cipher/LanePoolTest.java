package io.zmq4j.curve.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanePoolTest {
    @Test
    void whatIsLentIsLentToOneAndCleared() throws Exception {
        var pool = new LanePool(3);
        Set<Lanes> lent = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> sound = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sound.add(threads.submit(() -> {
                boolean good = true;
                for (int round = 0; round < 5_000; round++) {
                    Lanes lanes = pool.take();
                    good &= lent.add(lanes) && lanes.words[0] == 0 && lanes.words[4_000] == 0;
                    lanes.words[0] = round + 1;
                    lanes.words[4_000] = round + 1;
                    lent.remove(lanes);
                    pool.give(lanes);
                }
                return good;
            }));
        }

        for (Future<Boolean> each : sound) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isTrue();
        }
        threads.shutdown();
    }
}
