"""Archives whose bytes are the same each time."""

import io
import zipfile


def entries(data):
    """The entries of an archive by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts):
    """An archive of entries, dated 1980 as the zip format's own zero."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, data if isinstance(data, bytes) else data.encode())
    return buffer.getvalue()
