package cn.baosong.store;

import cn.baosong.desk.Intake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Closes the intake while one of the office's disks has less room than is held in reserve. */
public final class DiskRoom implements Intake {
  private static final long MEGABYTE = 1 << 20;

  private final List<Path> places;
  private final long reserve;

  /**
   * @param places folders that the office writes to; each must exist
   * @param reserve bytes that must be free on the disk of each
   */
  public DiskRoom(List<Path> places, long reserve) {
    this.places = List.copyOf(places);
    this.reserve = reserve;
  }

  @Override
  public Optional<String> closed() {
    return places.stream()
        .filter(place -> usable(place) < reserve)
        .findFirst()
        .map(
            place ->
                "磁盘空间不足（%s 所在磁盘可用 %d MB，至少要 %d MB），暂停取件，来件留在原处"
                    .formatted(place.getFileName(), usable(place) / MEGABYTE, reserve / MEGABYTE));
  }

  /** Bytes that may still be written, on the fullest of the disks. */
  public long usable() {
    return places.stream().mapToLong(DiskRoom::usable).min().orElse(0);
  }

  private static long usable(Path place) {
    try {
      return Files.getFileStore(place).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
