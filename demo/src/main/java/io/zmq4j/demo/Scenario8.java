package io.zmq4j.demo;

import io.zmq4j.examples.tasks.Consumer;
import io.zmq4j.examples.tasks.Producer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A thousand tasks. PUSH never drops a task that it has not handed over, and hands none over twice. What can be lost at a kill
 * is what was in the hands of the one who was killed: tasks sent to a PULL that had not looked at them yet.
 */
final class Scenario8 implements Scenario {
    private static final int TASKS = 1000;

    @Override
    public String name() {
        return "S8";
    }

    @Override
    public String expectation() {
        return "PUSH waits for a PULL, waits again while it is dead, shares evenly; lost at a kill: only what was on its way";
    }

    @Override
    public String play(Stage stage) {
        return String.join(
                "; ",
                pushFirst(stage),
                pullKilled(stage),
                slowPullKilled(stage),
                oneOfThreePullsKilled(stage),
                pushRestarted(stage));
    }

    private static String pushFirst(Stage stage) {
        stage.say("PUSH first: it waits until a PULL is there");
        String endpoint = stage.tcp();
        Actor push = stage.start("PUSH", Language.JAVA, Producer.class, endpoint, TASKS);
        stage.await("PUSH bound", () -> push.printed("bound"::equals));
        stage.holds(
                "PUSH sends nothing without a PULL",
                Duration.ofMillis(500),
                () -> push.lines().size() == 1);

        Actor pull = stage.start("PULL", Language.PYTHON, Consumer.class, endpoint);
        stage.await("all tasks at the PULL", () -> received(pull).size() == TASKS);
        stage.await("the end of PUSH", push::hasEndedWell);
        stage.expect("all in order", received(pull).equals(tasksFrom(0)));
        return "PUSH first: " + TASKS + " of " + TASKS + " in order";
    }

    private static String pullKilled(Stage stage) {
        stage.say("PULL killed half way: PUSH waits, and goes on where it stopped");
        String endpoint = stage.tcp();
        Actor push = stage.start("PUSH", Language.JAVA, Producer.class, endpoint, TASKS, 1);
        Actor first = stage.start("PULL", Language.PYTHON, Consumer.class, endpoint);
        stage.await("400 tasks at the PULL", () -> received(first).size() >= 400);
        stage.kill(first);
        int sent = sentWhenItStops(stage, push);

        Actor second = stage.start("PULL again", Language.JAVA, Consumer.class, endpoint);
        stage.await("PUSH is done", push::hasEndedWell);
        stage.await("the last task", () -> received(second).contains(TASKS - 1));
        stage.expect("PULL again starts with task " + sent, received(second).equals(tasksFrom(sent)));
        List<Integer> lost = lost(tasksFrom(0), first, second);
        stage.expect(
                "lost is only what was sent after the last task that the killed PULL showed",
                lost.equals(tasksFrom(received(first).size())
                        .subList(0, sent - received(first).size())));
        String drops = push.lines().get(push.lines().size() - 1);
        return "PULL killed: stopped at " + sent + ", went on with " + sent + ", lost " + ranges(lost) + " (PUSH: "
                + drops + ")";
    }

    /** The number of tasks sent until PUSH noticed that its PULL is dead, and sent no more. */
    private static int sentWhenItStops(Stage stage, Actor push) {
        long before;
        do {
            before = sent(push);
            stage.pause(Duration.ofMillis(300));
        } while (sent(push) > before);
        stage.expect("PUSH has tasks left", before < TASKS);
        return (int) before;
    }

    private static String slowPullKilled(Stage stage) {
        stage.say("the worst case: all tasks are on their way to a slow PULL when it is killed");
        String endpoint = stage.tcp();
        Actor push = stage.start("PUSH", Language.JAVA, Producer.class, endpoint, TASKS);
        Actor pull = stage.start("slow PULL", Language.PYTHON, Consumer.class, endpoint, 5);
        stage.await("all sent", () -> sent(push) == TASKS);
        stage.await("20 tasks at the slow PULL", () -> received(pull).size() >= 20);
        stage.kill(pull);
        int received = received(pull).size();
        List<Integer> lost = lost(tasksFrom(0), pull);
        stage.expect("lost is what came after task " + (received - 1), lost.equals(tasksFrom(received)));
        return "slow PULL killed: " + received + " done, lost " + ranges(lost);
    }

    private static String oneOfThreePullsKilled(Stage stage) {
        stage.say("three PULLs with even shares; one is killed, the rest goes to the others");
        String endpoint = stage.tcp();
        Actor push = stage.start("PUSH", Language.PYTHON, Producer.class, endpoint, TASKS, 1, 3);
        Actor one = stage.start("PULL 1", Language.JAVA, Consumer.class, endpoint);
        Actor two = stage.start("PULL 2", Language.PYTHON, Consumer.class, endpoint);
        Actor killed = stage.start("PULL 3", Language.JAVA, Consumer.class, endpoint);
        stage.await("100 tasks at PULL 3", () -> received(killed).size() >= 100);
        stage.kill(killed);
        stage.await("PUSH is done", push::hasEndedWell);
        stage.await(
                "the last task",
                () -> Stream.of(one, two).anyMatch(pull -> received(pull).contains(TASKS - 1)));

        List<Integer> lost = lost(tasksFrom(0), one, two, killed);
        int last = received(killed).get(received(killed).size() - 1);
        stage.expect(
                "only tasks of PULL 3 are lost, those after " + last,
                lost.stream().allMatch(task -> task > last && (task - last) % 3 == 0));
        int shareOne = received(one).size();
        int shareTwo = received(two).size();
        stage.expect("even shares: " + shareOne + ", " + shareTwo, Math.abs(shareOne - shareTwo) <= 1);
        return "one of three killed: " + received(killed).size() + " there, " + shareOne + " + " + shareTwo
                + " at the others, lost " + ranges(lost);
    }

    private static String pushRestarted(Stage stage) {
        stage.say("PUSH killed half way and started again: it begins at 0 again");
        String endpoint = stage.tcp();
        Actor pull = stage.start("PULL", Language.JAVA, Consumer.class, endpoint);
        Actor push = stage.start("PUSH", Language.PYTHON, Producer.class, endpoint, TASKS, 1);
        stage.await("300 tasks at the PULL", () -> received(pull).size() >= 300);
        stage.kill(push);
        int said = (int) sent(push);

        Actor again = stage.start("PUSH again", Language.JAVA, Producer.class, endpoint, TASKS);
        stage.await("PUSH is done", again::hasEndedWell);
        stage.await("the last task", () -> received(pull).contains(TASKS - 1));
        List<Integer> all = received(pull);
        stage.expect("in order", all.subList(all.size() - TASKS, all.size()).equals(tasksFrom(0)));
        List<Integer> first = all.subList(0, all.size() - TASKS);
        // It may have been killed between sending a task and saying so.
        int sent = Math.max(said, first.size());
        var lost = new ArrayList<>(tasksFrom(0).subList(0, sent));
        lost.removeAll(first);
        return "PUSH restarted: " + first.size() + " of " + sent + " sent before, lost " + ranges(lost) + ", then all "
                + TASKS;
    }

    private static List<Integer> received(Actor pull) {
        return numbers(pull, "task2---");
    }

    private static long sent(Actor push) {
        return push.count(line -> line.startsWith("sent "));
    }

    private static List<Integer> numbers(Actor actor, String prefix) {
        return actor.lines().stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> Integer.valueOf(line.substring(prefix.length())))
                .toList();
    }

    private static List<Integer> tasksFrom(int first) {
        return Stream.iterate(first, task -> task + 1).limit(TASKS - first).toList();
    }

    /** Such as "2: 7, 9" or "71: 400 to 470"; "none". */
    static String ranges(List<Integer> ascending) {
        if (ascending.isEmpty()) {
            return "none";
        }
        var ranges = new StringJoiner(", ", ascending.size() + ": ", "");
        int first = 0;
        for (int i = 1; i <= ascending.size(); i++) {
            if (i == ascending.size() || ascending.get(i) != ascending.get(i - 1) + 1) {
                int from = ascending.get(first);
                int to = ascending.get(i - 1);
                ranges.add(from == to ? String.valueOf(from) : from + " to " + to);
                first = i;
            }
        }
        return ranges.toString();
    }

    private static List<Integer> lost(List<Integer> sent, Actor... pulls) {
        var lost = new ArrayList<>(sent);
        Stream.of(pulls).forEach(pull -> lost.removeAll(received(pull)));
        return lost;
    }
}
