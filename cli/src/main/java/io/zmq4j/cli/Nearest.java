package io.zmq4j.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one was meant to be. */
final class Nearest {
    private Nearest() {}

    /** A question after an error, such as {@code "; did you mean push?"}; empty if no word is near. */
    static String question(String typed, Collection<String> known) {
        return to(typed, known).map(word -> "; did you mean " + word + "?").orElse("");
    }

    /** The word with the fewest typing errors, of which there may be one for every three characters; the first among equals. */
    static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> errors(typed, word) <= word.length() / 3)
                .min(Comparator.comparingInt(word -> errors(typed, word)));
    }

    /** Characters that are wrong, missing, too many, or swapped with their neighbour: the optimal string alignment distance. */
    private static int errors(String typed, String word) {
        var errors = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                errors[i][j] = i == 0 || j == 0 ? i + j : least(errors, typed, i, word, j);
            }
        }
        return errors[typed.length()][word.length()];
    }

    private static int least(int[][] errors, String typed, int i, String word, int j) {
        int wrong = errors[i - 1][j - 1] + (typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
        int least = Math.min(wrong, 1 + Math.min(errors[i - 1][j], errors[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == word.charAt(j - 2)
                && typed.charAt(i - 2) == word.charAt(j - 1);
        return swapped ? Math.min(least, errors[i - 2][j - 2] + 1) : least;
    }
}
