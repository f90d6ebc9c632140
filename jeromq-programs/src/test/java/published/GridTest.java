package published;

import org.junit.jupiter.api.Test;

/** The event bus of Selenium Grid (org.seleniumhq.selenium:selenium-grid). */
class GridTest {
    @Test
    void whatHubAndNodeFireTheOtherHears() throws Exception {
        Scene.play(Installation.ofThisRun().java(Grid.class));
    }
}
