package lab.carousel.file.model.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Arrays by their names, and texts by theirs.
 *
 * @param tensors in the order of the file
 * @param texts   what the file says of itself
 */
public record TensorFile(Map<String, Tensor> tensors, Map<String, String> texts) {

    /** Copies both. */
    public TensorFile {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
