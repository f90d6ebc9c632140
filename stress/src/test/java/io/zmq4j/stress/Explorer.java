package io.zmq4j.stress;

import java.util.Map;

/** Plays schedule after schedule of one scenario, each from its own seed, until one shows something wrong. */
public final class Explorer {
    private final Class<?> scenario;

    /** A scenario over the classes as they are. */
    public static Explorer of(String scenario) {
        return new Explorer(scenario, Map.of());
    }

    /** A scenario over the classes with a fault. */
    public static Explorer of(String scenario, Plant plant) {
        return new Explorer(scenario, plant.classes());
    }

    private Explorer(String scenario, Map<String, byte[]> planted) {
        try {
            this.scenario = new SubjectLoader(planted, true).loadClass(scenario);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plays one schedule; null if all was well. */
    public Failure play(long seed) {
        return play(new Trial(seed));
    }

    Failure play(Trial trial) {
        try {
            return trial.run(() -> (Scenario) scenario.getDeclaredConstructor().newInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Plays so many, with the seeds from the first one on, until one fails; that one, or null. */
    public Failure play(long firstSeed, int schedules) {
        Failure failure = null;
        for (long seed = firstSeed; failure == null && seed < firstSeed + schedules; seed++) {
            failure = play(seed);
        }
        return failure;
    }
}
