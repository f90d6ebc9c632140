package io.zmq4j.dashboard;

import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of docs/dashboard.md. */
final class Pictures {
    private static final int SECONDS = 14;

    private Pictures() {}

    /**
     * @param arguments the directory into which they are written
     */
    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        try (var chromium = new Chromium()) {
            chromium.prefer("prefers-color-scheme", "light");
            take(chromium, Scene::market, "", 1100, 760, directory.resolve("dashboard.png"));
            take(chromium, Scene::slowSubscriber, "", 1100, 760, directory.resolve("dashboard-slow.png"));
            take(chromium, Scene::wrongType, "", 1100, 640, directory.resolve("dashboard-wrong.png"));
            take(chromium, Scene::market, "", 360, 740, directory.resolve("dashboard-narrow.png"));
            chromium.prefer("prefers-color-scheme", "dark");
            var follow = "location.hash = document.querySelector('table a').getAttribute('href')";
            take(chromium, Scene::market, follow, 1100, 860, directory.resolve("dashboard-dark.png"));
        }
    }

    private interface Setting {
        void play(Scene scene);
    }

    private static void take(Chromium chromium, Setting setting, String script, int width, int height, Path file)
            throws Exception {
        try (var scene = new Scene()) {
            setting.play(scene);
            scene.server().tick();
            chromium.size(width, height);
            chromium.open(scene.url());
            for (int second = 0; second < SECONDS; second++) {
                Thread.sleep(1000);
                scene.server().tick();
                if (second == 2) {
                    chromium.value(script);
                }
            }
            Thread.sleep(500);
            Files.write(file, Palette.reduce(chromium.screenshot()));
        }
    }
}
