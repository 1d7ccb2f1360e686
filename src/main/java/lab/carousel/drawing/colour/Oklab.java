package lab.carousel.drawing.colour;

/**
 * Colours in OKLab (Ottosson, "A perceptual color space for image processing", 2020): lightness from 0 to 1, and a and b
 * from green to red and from blue to yellow. Equal distances look about equally large.
 */
final class Oklab {

    private Oklab() {}

    /** An opaque sRGB colour, 0xAARRGGBB; what cannot be shown gets the nearest value in each channel. */
    static int argb(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    /** On the straight path from a colour to another one, both 0xRRGGBB; share 0 to 1 is how far. */
    static int between(int from, int to, double share) {
        double[] start = of(from);
        double[] end = of(to);
        double[] place = new double[3];
        for (int axis = 0; axis < place.length; axis++) {
            place[axis] = start[axis] + share * (end[axis] - start[axis]);
        }
        return argb(place[0], place[1], place[2]);
    }

    private static double[] of(int colour) {
        double red = linear(colour >> 16 & 0xff);
        double green = linear(colour >> 8 & 0xff);
        double blue = linear(colour & 0xff);
        double l = StrictMath.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = StrictMath.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = StrictMath.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** The sRGB transfer function (IEC 61966-2-1), rounded to 0 to 255. */
    private static int channel(double linear) {
        double inside = Math.max(0, Math.min(1, linear));
        double encoded = inside <= 0.0031308 ? 12.92 * inside : 1.055 * StrictMath.pow(inside, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }

    /** Its inverse: how much light a channel from 0 to 255 stands for, 0 to 1. */
    static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
