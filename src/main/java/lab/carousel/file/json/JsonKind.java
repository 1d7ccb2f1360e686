package lab.carousel.file.json;

public enum JsonKind {
    OBJECT("file.kind.object"),
    LIST("file.kind.list"),
    TEXT("file.kind.text"),
    WHOLE_NUMBER("file.kind.number"),
    NUMBER("file.kind.number"),
    TRUTH("file.kind.truth"),
    NULL("file.kind.null");

    final String key;

    JsonKind(String key) {
        this.key = key;
    }
}
