package cn.baosong.reader.data;

import java.util.List;

/** A table of reference that cannot be used; names every faulty line at once. */
public final class InvalidReferenceData extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidReferenceData(String file, List<String> faults) {
    super(file + ": " + String.join("; ", faults));
  }
}
