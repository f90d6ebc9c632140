package io.zmq4j.demo;

import io.zmq4j.examples.radio.FootballFan;
import io.zmq4j.examples.radio.FootballRadio;

/** Football radio. */
final class Scenario6 implements Scenario {
    @Override
    public String name() {
        return "S6";
    }

    @Override
    public String expectation() {
        return "PUB over four countries, SUB to netherlands and germany: only those two";
    }

    @Override
    public String play(Stage stage) {
        long heard = 0;
        for (Cast cast : stage.casts()) {
            stage.say(cast.toString());
            String endpoint = stage.tcp();
            Actor fan = stage.start("fan", cast.client(), FootballFan.class, endpoint, "netherlands", "germany");
            Actor radio = stage.start("radio", cast.server(), FootballRadio.class, endpoint, 10);
            stage.await(
                    "20 lines, from both countries",
                    () -> fan.lines().size() >= 20
                            && fan.printed(line -> line.startsWith("netherlands "))
                            && fan.printed(line -> line.startsWith("germany ")));
            stage.expect(
                    "other countries on the radio",
                    radio.printed(line -> line.startsWith("brazil "))
                            && radio.printed(line -> line.startsWith("portugal ")));
            stage.expect(
                    "no other country at the fan",
                    fan.count(line -> !line.startsWith("netherlands ") && !line.startsWith("germany ")) == 0);
            heard += fan.lines().size();
        }
        return heard + " lines from netherlands and germany, 0 from others";
    }
}
