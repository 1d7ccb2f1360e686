package lab.carousel.model;

/** Ready-made experiments, for tests. */
public final class Presets {

    private Presets() {}

    public static Preset preset(String key) {
        return Preset.all().stream()
                .filter(preset -> preset.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** One of them, with its own engine. */
    public static Experiment named(String key) {
        return preset(key).experiment();
    }
}
