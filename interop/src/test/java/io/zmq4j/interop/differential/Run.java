package io.zmq4j.interop.differential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays scenarios, those of so many seeds or the one that comes in, and prints every difference. Ends with 1 if there is one.
 *
 * <pre>[SEEDS] [FROM] | -</pre>
 */
final class Run {
    private static final long SEEDS = 3000;
    private static final long FROM = 1;

    private final Duel duel;

    private Run(Duel duel) {
        this.duel = duel;
    }

    public static void main(String[] arguments) throws IOException {
        boolean isSame;
        try (var duel = new Duel(new LibzmqPlayer(), new Zmq4jPlayer())) {
            var run = new Run(duel);
            if (arguments.length == 1 && arguments[0].equals("-")) {
                isSame = run.playInput();
            } else {
                long seeds = arguments.length > 0 ? Long.parseLong(arguments[0]) : SEEDS;
                long from = arguments.length > 1 ? Long.parseLong(arguments[1]) : FROM;
                isSame = run.playSeeds(seeds, from);
            }
        }
        System.exit(isSame ? 0 : 1);
    }

    private boolean playInput() throws IOException {
        Optional<Difference> difference = play(Scenario.parse(new String(System.in.readAllBytes(), UTF_8)));
        System.out.println(difference.map(Difference::toString).orElse("no difference"));
        return difference.isEmpty();
    }

    private boolean playSeeds(long seeds, long from) {
        List<Long> bad = new ArrayList<>();
        long steps = 0;
        for (long seed = from; seed < from + seeds; seed++) {
            Scenario scenario = Generator.scenario(seed);
            steps += scenario.steps().size();
            Optional<Difference> difference = play(scenario);
            if (difference.isPresent()) {
                System.out.println("seed " + seed + "\n" + difference.get());
                bad.add(seed);
            }
        }
        System.out.println(seeds + " scenarios, " + steps + " steps, "
                + (bad.isEmpty() ? "no differences" : bad.size() + " differences: seeds " + bad));
        return bad.isEmpty();
    }

    private Optional<Difference> play(Scenario scenario) {
        return duel.play(scenario).map(difference -> Shrinker.shrink(duel, difference));
    }
}
