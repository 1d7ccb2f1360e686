package lab.carousel.drawing.colour;

import java.awt.Color;

/**
 * How colours look to people: with all cones, or without one kind of them (Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1, on linear light).
 */
enum ColourVision {
    USUAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
    PROTANOPIA(new double[][] {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    }),
    DEUTERANOPIA(new double[][] {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    }),
    TRITANOPIA(new double[][] {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    });

    private final double[][] matrix;

    ColourVision(double[][] matrix) {
        this.matrix = matrix;
    }

    /** How different two colours look: CIEDE2000, where 1 can just be seen and 10 at a glance. */
    double difference(Color one, Color other) {
        return CieDe2000.difference(lab(one), lab(other));
    }

    /** CIE L*, a*, b* under D65. */
    double[] lab(Color colour) {
        double[] light = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
        double[] seen = new double[3];
        for (int cone = 0; cone < 3; cone++) {
            for (int channel = 0; channel < 3; channel++) {
                seen[cone] += matrix[cone][channel] * light[channel];
            }
            seen[cone] = Math.max(0, Math.min(1, seen[cone]));
        }
        double x = root((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        double y = root(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        double z = root((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double root(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : share * 841 / 108 + 4.0 / 29;
    }
}
