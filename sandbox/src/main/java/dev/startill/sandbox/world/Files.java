package dev.startill.sandbox.world;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What bots sent, by file_id. The oldest bytes go when there are too many. */
public final class Files {
  private static final long BYTES_KEPT = 128L << 20;

  private final Ids ids;
  private final Map<String, StoredFile> files = new LinkedHashMap<>();
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();
  private long kept;

  Files(Ids ids) {
    this.ids = ids;
  }

  /** Keeps an upload. The bytes are not copied; nobody may change them afterwards. */
  public StoredFile upload(String name, String mimeType, byte[] content) {
    var file = new StoredFile(ids.file(), ids.fileUnique(), name, mimeType, content.length, "");
    restore(file, content);
    return file;
  }

  /** Notes a file that lives at an address; it is not fetched. */
  public StoredFile at(String url, String name, String mimeType) {
    var file = new StoredFile(ids.file(), ids.fileUnique(), name, mimeType, 0, url);
    files.put(file.id(), file);
    return file;
  }

  /** A file that was sent before. */
  public Optional<StoredFile> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  /** Its bytes, unless it has none or they were dropped. */
  public Optional<byte[]> bytes(String id) {
    return Optional.ofNullable(bytes.get(id));
  }

  Collection<StoredFile> all() {
    return Collections.unmodifiableCollection(files.values());
  }

  void restore(StoredFile file, byte[] content) {
    files.put(file.id(), file);
    if (content.length == 0) {
      return;
    }
    bytes.put(file.id(), content);
    kept += content.length;
    var oldest = bytes.entrySet().iterator();
    while (kept > BYTES_KEPT && bytes.size() > 1) {
      kept -= oldest.next().getValue().length;
      oldest.remove();
    }
  }
}
