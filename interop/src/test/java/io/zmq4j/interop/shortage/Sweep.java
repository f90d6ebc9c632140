package io.zmq4j.interop.shortage;

import io.zmq4j.interop.shortage.RoundProcess.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Plays rounds of shortages, one line each, and what is wrong below it. Ends with 1 if anything is.
 *
 * <pre>[kind|all] [--rounds N] [--seconds S] [--seed N] [--verbose]</pre>
 */
final class Sweep {
    private static final int ROUNDS = 20;
    private static final int SECONDS = 60;

    private List<Kind> kinds = List.of(Kind.values());
    private int rounds = ROUNDS;
    private int seconds = SECONDS;
    private long firstSeed = System.nanoTime() & 0xFFFF;
    private boolean isVerbose;

    private Sweep() {}

    public static void main(String[] arguments) throws IOException {
        var sweep = new Sweep();
        try {
            sweep.read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("shortage: " + e.getMessage()
                    + "; usage: shortage [heap|direct|threads|descriptors|disk|all] [--rounds N] [--seconds S] [--seed N]"
                    + " [--verbose]");
            System.exit(2);
        }
        System.exit(sweep.play() ? 0 : 1);
    }

    private void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = (int) number(arguments, ++i);
                case "--seconds" -> seconds = (int) number(arguments, ++i);
                case "--seed" -> firstSeed = number(arguments, ++i);
                case "--verbose" -> isVerbose = true;
                case "all" -> kinds = List.of(Kind.values());
                default -> kinds = List.of(Kind.valueOf(arguments[i].toUpperCase(Locale.ROOT)));
            }
        }
    }

    private static long number(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a number");
        }
        return Long.parseLong(arguments[at]);
    }

    private boolean play() throws IOException {
        List<String> bad = new ArrayList<>();
        try (var workplace = new Workplace()) {
            for (Kind kind : kinds) {
                for (long seed = firstSeed; seed < firstSeed + rounds; seed++) {
                    Outcome outcome = RoundProcess.play(kind, seconds, seed, workplace, isVerbose);
                    System.out.println(
                            kind + " seed " + seed + ": " + outcome.faults().size() + " faults, " + outcome.summary());
                    outcome.faults().forEach(fault -> System.out.println("    FAULT " + fault));
                    if (isVerbose || outcome.summary().isEmpty()) {
                        outcome.accounts().forEach(account -> System.out.println("    " + account));
                    }
                    if (!outcome.faults().isEmpty()) {
                        bad.add(kind + " seed " + seed);
                    }
                }
            }
        }
        System.out.println(bad.isEmpty() ? "no faults" : "faults in " + bad);
        return bad.isEmpty();
    }
}
