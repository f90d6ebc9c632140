package io.zmq4j.dashboard;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Makes a picture small: of the colours of a page a few dozen are nearly all of it. */
final class Palette {
    private static final int COLORS = 64;

    private Palette() {}

    /** The same picture as PNG with at most 64 colours. */
    static byte[] reduce(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var colors = colors(image);
        var reds = new byte[colors.length];
        var greens = new byte[colors.length];
        var blues = new byte[colors.length];
        for (int i = 0; i < colors.length; i++) {
            reds[i] = (byte) (colors[i] >> 16);
            greens[i] = (byte) (colors[i] >> 8);
            blues[i] = (byte) colors[i];
        }
        var model = new IndexColorModel(8, colors.length, reds, greens, blues);
        var reduced = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var nearest = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = nearest.computeIfAbsent(image.getRGB(x, y), color -> nearest(color, colors));
                reduced.getRaster().setSample(x, y, 0, index);
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(reduced, "png", out);
        return out.toByteArray();
    }

    /** The most frequent. */
    private static int[] colors(BufferedImage image) {
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(COLORS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int color, int[] colors) {
        int best = 0;
        for (int i = 1; i < colors.length; i++) {
            if (distance(color, colors[i]) < distance(color, colors[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
