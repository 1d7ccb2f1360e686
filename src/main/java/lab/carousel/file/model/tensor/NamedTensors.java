package lab.carousel.file.model.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arrays of a file by their names, and what it says besides.
 *
 * @param isChecked whether damage to the numbers would have been noticed
 */
public record NamedTensors(Map<String, Tensor> tensors, Map<String, String> texts, boolean isChecked) {

    public NamedTensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    public NamedTensors(Map<String, Tensor> tensors, Map<String, String> texts) {
        this(tensors, texts, true);
    }
}
