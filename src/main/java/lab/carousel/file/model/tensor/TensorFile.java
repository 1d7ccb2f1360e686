package lab.carousel.file.model.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

public record TensorFile(Map<String, Tensor> tensors, Map<String, String> texts) {

    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
