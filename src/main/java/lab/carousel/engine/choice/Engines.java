package lab.carousel.engine.choice;

import lab.carousel.engine.Engine;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;

public final class Engines {

    private Engines() {}

    /** The engine of a name. Loads no native code: only a training that uses it does. */
    public static Engine named(EngineName name) {
        return switch (name) {
            case DL4J -> new Dl4jEngine();
            case KERNEL -> new KernelEngine();
        };
    }
}
