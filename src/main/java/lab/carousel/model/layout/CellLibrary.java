package lab.carousel.model.layout;

public enum CellLibrary {
    KERAS("Keras"),
    PYTORCH("PyTorch"),
    ONNX("ONNX"),
    DEEPLEARNING4J("Deeplearning4j");

    final String title;

    CellLibrary(String title) {
        this.title = title;
    }
}
