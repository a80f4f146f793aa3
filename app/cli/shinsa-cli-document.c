/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shinsa-cli-nouns.h"

#include "shinsa-cli-file.h"
#include "shinsa-cli-table.h"
#include "shinsa-cli-words.h"
#include "shinsa-error.h"

#include "exchange/shinsa-safe-file.h"

#include <glib/gi18n-lib.h>

static void
add_documents (JsonArray           *array,
               const ShinsaDossier *dossier)
{
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "application", dossier->id);
      json_object_set_string_member (object, "document", document->hash);
      json_object_set_string_member (object, "name", document->name);
      json_object_set_string_member (object, "media_type", document->media_type);
      json_object_set_int_member (object, "size", document->size);
      json_object_set_boolean_member (object, "used", document->used);
      json_object_set_string_member (object, "reason", document->reason);
      json_object_set_boolean_member (object, "held", document->held);
      json_array_add_object_element (array, object);
    }
}

static void
add_rows (ShinsaCliTable      *table,
          const ShinsaDossier *dossier)
{
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, i);
      g_autofree char *hash = g_strndup (document->hash, 12);
      g_autofree char *size = g_format_size (document->size);

      shinsa_cli_table_row (table, dossier->id, hash, size,
                            document->used ? _("used") : _("not used"), document->name, NULL);
    }
}

static gboolean
list (ShinsaCli  *cli,
      GError    **error)
{
  const ShinsaRound *round = NULL;
  const char *application = NULL;
  g_autoptr (ShinsaCliTable) table = NULL;
  JsonArray *array = NULL;

  if (!shinsa_cli_parse (cli, NULL, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)))
    return FALSE;
  application = shinsa_cli_argument (cli, 0);
  if (application != NULL && shinsa_cli_find_dossier (round, application, error) == NULL)
    return FALSE;

  array = json_array_new ();
  table = shinsa_cli_table_new (_("Application"), _("Document"), _("Size"), _("State"), _("Name"),
                                NULL);
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      if (application != NULL && !g_str_equal (dossier->id, application))
        continue;
      add_documents (array, dossier);
      add_rows (table, dossier);
    }
  if (shinsa_cli_wants_json (cli))
    return shinsa_cli_put_list (cli, "documents", array);
  json_array_unref (array);
  shinsa_cli_table_print (table);

  return TRUE;
}

/* The beginning of a hash is enough, as it stands in the list. */
static const ShinsaDocumentInfo *
find_document (const ShinsaRound  *round,
               const char         *word,
               GError            **error)
{
  for (guint i = 0; i < round->dossiers->len; i++)
    {
      const ShinsaDossier *dossier = g_ptr_array_index (round->dossiers, i);

      for (guint j = 0; j < dossier->documents->len; j++)
        {
          const ShinsaDocumentInfo *document = g_ptr_array_index (dossier->documents, j);

          if ((*word != '\0' && g_str_has_prefix (document->hash, word)) ||
              g_str_equal (document->name, word))
            return document;
        }
    }
  g_set_error (error, SHINSA_ERROR, SHINSA_ERROR_NOT_FOUND,
               _("There is no document “%s” here. “shinsactl document list” shows all of them."),
               word);

  return NULL;
}

static gboolean
export_document (ShinsaCli  *cli,
                 GError    **error)
{
  g_autofree char *name = NULL;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &name,
      N_("Write to this file instead of one with the document's name"), "FILE" },
    { NULL }
  };
  const ShinsaRound *round = NULL;
  const ShinsaDocumentInfo *document = NULL;
  g_autoptr (ShinsaCliFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *base = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(round = shinsa_cli_load (cli, SHINSA_SESSION_READ, error)) ||
      !(document = find_document (round, shinsa_cli_argument (cli, 0), error)) ||
      !(bytes = shinsa_session_load_document (shinsa_cli_get_session (cli), document->hash,
                                              error)))
    return FALSE;
  /* A name that came in a packet leads to no other folder. */
  base = g_path_get_basename (document->name);

  return (file = shinsa_cli_file_open_output (cli, name != NULL ? name : base, error)) != NULL &&
         shinsa_safe_file_write (shinsa_cli_file_get (file), bytes, NULL, error) &&
         shinsa_cli_file_finish (file, error) && shinsa_cli_file_put (file, cli);
}

static gboolean
set (ShinsaCli  *cli,
     GError    **error)
{
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;
  gboolean unused = FALSE;
  const GOptionEntry options[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("Its name for people"), "NAME" },
    { "not-used", 0, 0, G_OPTION_ARG_NONE, &unused,
      N_("Keep it without making it part of the examination"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why"), "TEXT" },
    { NULL }
  };
  const char *application = NULL;
  g_autoptr (ShinsaCliFile) file = NULL;
  g_autofree char *hash = NULL;
  JsonObject *object = NULL;

  if (!shinsa_cli_parse (cli, options, error) ||
      !(file = shinsa_cli_file_open_input (shinsa_cli_argument (cli, 1), error)) ||
      !shinsa_cli_select (cli, SHINSA_SESSION_WRITE, error))
    return FALSE;
  application = shinsa_cli_argument (cli, 0);
  if (!shinsa_session_add_document (shinsa_cli_get_session (cli), application,
                                    shinsa_cli_file_get (file), name, !unused,
                                    reason != NULL ? reason : "", &hash, error))
    return FALSE;
  if (!shinsa_cli_wants_json (cli))
    {
      shinsa_cli_say (cli, _("The document belongs to “%s” now. Issue the documents again, and "
                             "its readers get it."), application);
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "application", application);
  json_object_set_string_member (object, "document", hash);

  return shinsa_cli_put_object (cli, object);
}

static const ShinsaCliVerb verbs[] = {
  { "list", "[APPLICATION]", N_("List the documents of the applications"), list },
  { "export", "DOCUMENT", N_("Write a document, named by its hash or its name, to a file"),
    export_document },
  { "set", "APPLICATION FILE", N_("Enter a document of an application"), set },
  { NULL }
};

const ShinsaCliNoun shinsa_cli_document = { "document", N_("What the applicants sent in"), verbs };
