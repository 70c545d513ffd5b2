// qpdf's own pointers are the standard library's.
#define POINTERHOLDER_TRANSITION 4

#include "CQpdf.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

unsigned char *iscm_qpdf_flattened(const char *bytes, size_t length, size_t *flattened_length) try {
  QPDF document;
  document.setSuppressWarnings(true);
  document.processMemoryFile("document", bytes, length);
  QPDFPageDocumentHelper pages(document);
  // Without what is hidden: a person does not see it.
  pages.flattenAnnotations(0, an_invisible | an_hidden | an_no_view);
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.setSuppressOriginalObjectIDs(true);
  writer.setPreserveEncryption(false);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.write();
  const std::unique_ptr<Buffer> buffer(writer.getBuffer());
  *flattened_length = buffer->getSize();
  auto *copy = static_cast<unsigned char *>(std::malloc(buffer->getSize() + 1));
  if (copy != nullptr) std::memcpy(copy, buffer->getBuffer(), buffer->getSize());
  return copy;
} catch (...) {
  return nullptr;
}
