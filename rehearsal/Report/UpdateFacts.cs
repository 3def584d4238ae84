using Rehearsal.Engine;

namespace Rehearsal.Report;

/// <summary>What was seen of one update: the preview, the update itself, and its repetition.</summary>
/// <param name="File">The stack file.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Preview">The preview.</param>
/// <param name="Up">The update.</param>
/// <param name="UpAgain">The update that may change nothing.</param>
internal sealed record UpdateFacts(string File, string Stack, UpdateResult Preview, UpdateResult Up, UpdateResult UpAgain);
