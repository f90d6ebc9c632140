package io.zmq4j.cli.probe;

/** The probe ends here; the message is a sentence for people, with what to do. */
final class ObstacleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;

    ObstacleException(Obstacle obstacle, String sentence) {
        super(sentence, null, false, false);
        this.obstacle = obstacle;
    }

    Obstacle obstacle() {
        return obstacle;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
