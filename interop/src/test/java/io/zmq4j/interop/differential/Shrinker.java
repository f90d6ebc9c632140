package io.zmq4j.interop.differential;

import static io.zmq4j.interop.differential.Verb.POLL;
import static io.zmq4j.interop.differential.Verb.RECEIVE;
import static io.zmq4j.interop.differential.Verb.REPLY;
import static io.zmq4j.interop.differential.Verb.SEND;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes steps away from a scenario as long as the same step has another outcome. Who is where stays, and what is subscribed
 * to, as what keeps a scenario from depending on the moment hangs together.
 */
final class Shrinker {
    private static final Set<Verb> FREE = EnumSet.of(SEND, REPLY, RECEIVE, POLL);

    private final Duel duel;
    private Difference smallest;

    private Shrinker(Duel duel, Difference difference) {
        this.duel = duel;
        this.smallest = difference;
    }

    /** The same difference in a shorter scenario, if it is there as well. */
    static Difference shrink(Duel duel, Difference difference) {
        var shrinker = new Shrinker(duel, difference);
        shrinker.shrink();
        return duel.play(shrinker.smallest.scenario()).orElse(difference);
    }

    private void shrink() {
        List<Step> steps = new ArrayList<>(smallest.steps());
        for (int i = steps.size() - 2; i >= 0; i--) {
            Step step = steps.get(i);
            if (FREE.contains(step.verb()) || isIdle(step, steps)) {
                steps.remove(i);
                if (!isStillThere(new Scenario(smallest.scheme(), steps))) {
                    steps.add(i, step);
                }
            }
        }
    }

    private boolean isStillThere(Scenario shorter) {
        Optional<Difference> found = duel.playFast(shorter);
        boolean isSame = found.isPresent() && found.get().step().equals(smallest.step());
        if (isSame) {
            smallest = found.get();
        }
        return isSame;
    }

    /** Whether a socket is opened and nothing else is done with it. */
    private static boolean isIdle(Step step, List<Step> steps) {
        return steps.stream()
                        .filter(each -> each.socket().equals(step.socket()))
                        .count()
                == 1;
    }
}
