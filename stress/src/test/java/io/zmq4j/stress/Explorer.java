package io.zmq4j.stress;

import java.util.Map;

/** Plays schedule after schedule of one scenario, each from its own seed, until one shows something wrong. */
final class Explorer {
    private final Class<?> scenario;
    private final Grain grain;

    /** A scenario over the classes as they are. */
    static Explorer of(String scenario, Grain grain) {
        return new Explorer(scenario, grain, Map.of());
    }

    /** A scenario over the classes with a fault. */
    static Explorer of(String scenario, Grain grain, Plant plant) {
        return new Explorer(scenario, grain, plant.classes());
    }

    private Explorer(String scenario, Grain grain, Map<String, byte[]> planted) {
        this.grain = grain;
        try {
            this.scenario = new SubjectLoader(planted, grain).loadClass(scenario);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plays one schedule; null if all was well. */
    Failure play(long seed) {
        return play(new Trial(seed, grain));
    }

    /** What everybody does in one schedule, as a number. */
    long fingerprint(long seed) {
        var trial = new Trial(seed, grain);
        play(trial);
        return trial.fingerprint();
    }

    private Failure play(Trial trial) {
        try {
            return trial.run(() -> (Scenario) scenario.getDeclaredConstructor().newInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Plays so many, with the seeds from the first one on, until one fails; that one, or null. */
    Failure play(long firstSeed, int schedules) {
        Failure failure = null;
        for (long seed = firstSeed; failure == null && seed < firstSeed + schedules; seed++) {
            failure = play(seed);
        }
        return failure;
    }
}
