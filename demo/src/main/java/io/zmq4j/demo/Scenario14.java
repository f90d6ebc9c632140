package io.zmq4j.demo;

import io.zmq4j.examples.salt.Master;
import io.zmq4j.examples.salt.Minion;
import java.time.Duration;
import java.util.List;

/** A small Salt: 200 minions in four processes, one master. */
final class Scenario14 implements Scenario {
    private static final int GROUP = 50;

    @Override
    public String name() {
        return "S14";
    }

    @Override
    public String expectation() {
        return "200 minions: all answer; some die, and the master knows who; they return, the master restarts, all answer";
    }

    @Override
    public String play(Stage stage) {
        String commands = stage.tcp();
        String returns = stage.tcp();
        stage.say("four processes of " + GROUP + " minions, a master");
        Actor master = stage.start("master", Language.JAVA, Master.class, commands, returns);
        Actor web = minions(stage, "web", Language.JAVA, commands, returns);
        minions(stage, "db", Language.PYTHON, commands, returns);
        minions(stage, "mail", Language.JAVA, commands, returns);
        minions(stage, "dns", Language.PYTHON, commands, returns);
        ask(stage, master, "who", "200 minions");
        ask(stage, master, "all ping", "all ping: 200 answered [pong], 0 did not []");
        ask(stage, master, "mail upper salt", "mail upper salt: 50 answered [SALT], 0 did not []");
        ask(stage, master, "db-7 ping", "db-7 ping: 1 answered [pong], 0 did not []");

        stage.kill(web);
        String silent = ask(stage, master, "all ping", "all ping: 150 answered [pong], 50 did not [");
        List<String> names = List.of(silent.substring(silent.lastIndexOf('[') + 1, silent.length() - 1)
                .split(", "));
        stage.expect(
                "the silent ones are web-1 to web-50",
                names.size() == GROUP && names.stream().allMatch(name -> name.startsWith("web-")));
        stage.say("starts them again");
        minions(stage, "web", Language.PYTHON, commands, returns);
        ask(stage, master, "all ping", "all ping: 200 answered [pong], 0 did not []");

        stage.kill(master);
        for (Language language : Language.values()) {
            stage.say("starts the master again: " + language);
            Actor again = stage.start("master again", language, Master.class, commands, returns);
            ask(stage, again, "who", "200 minions");
            ask(stage, again, "all ping", "all ping: 200 answered [pong], 0 did not []");
            stage.kill(again);
        }
        return "200 of 200 answered; 150 when a process of 50 was killed, and who did not; 200 again after each restart";
    }

    private static Actor minions(Stage stage, String group, Language language, String commands, String returns) {
        return stage.start(group, language, Minion.class, commands, returns, group, 1, GROUP);
    }

    /** Types a line again and again until the master's answer is as expected: minions take a moment to come back. */
    private static String ask(Stage stage, Actor master, String line, String expected) {
        long deadline = System.nanoTime() + stage.deadline().toNanos();
        String answer;
        do {
            stage.pause(Duration.ofMillis(100));
            int before = master.lines().size();
            master.tell(line);
            stage.await("an answer of the master", () -> master.lines().size() > before);
            answer = master.lines().get(before);
        } while (!answer.startsWith(expected) && System.nanoTime() < deadline);
        stage.expect("the master says " + expected + " and not " + answer, answer.startsWith(expected));
        return answer;
    }
}
