package programs.actor;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import programs.Expect;

/** The callbacks that came, in their order. */
final class Calls {
    private final List<String> names = new CopyOnWriteArrayList<>();

    /** Notes a callback, and gives its answer. */
    <T> T add(String name, T answer) {
        names.add(name);
        return answer;
    }

    void add(String name) {
        names.add(name);
    }

    boolean contain(String name) {
        return names.contains(name);
    }

    int count() {
        return names.size();
    }

    void expect(String... expected) {
        Expect.equal(Arrays.asList(expected), names);
    }
}
