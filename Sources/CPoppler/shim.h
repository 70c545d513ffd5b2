#ifndef ISCM_CPOPPLER_H
#define ISCM_CPOPPLER_H

// poppler-glib: what a page shows, and what its fields look like.

#include <poppler.h>

/// Opens a document in memory, which must stay there; NULL where it cannot be read.
static inline PopplerDocument *iscm_poppler_open(const void *bytes, size_t length) {
  GBytes *data = g_bytes_new_static(bytes, length);
  PopplerDocument *document = poppler_document_new_from_bytes(data, NULL, NULL);
  g_bytes_unref(data);
  return document;
}

static inline void iscm_poppler_close(PopplerDocument *document) { g_object_unref(document); }
static inline void iscm_poppler_close_page(PopplerPage *page) { g_object_unref(page); }
static inline void iscm_poppler_free(void *memory) { g_free(memory); }

/// A field of a page by its place in the list of fields; NULL behind the last. Its name is the caller's to free.
static inline PopplerFormFieldMapping *iscm_poppler_field(GList *fields, unsigned index) {
  return (PopplerFormFieldMapping *)g_list_nth_data(fields, index);
}

static inline int iscm_poppler_is_button(PopplerFormFieldMapping *field) {
  return poppler_form_field_get_field_type(field->field) == POPPLER_FORM_FIELD_BUTTON;
}

#endif
