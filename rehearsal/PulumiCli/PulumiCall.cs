namespace Rehearsal.PulumiCli;

/// <summary>How a call of the Pulumi CLI ended.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it said beside that.</param>
internal sealed record PulumiCall(int Exit, string Output, string Errors)
{
    /// <summary>Why it failed, as one line.</summary>
    public string Reason => string.Join(
        ' ', (Errors.Trim().Length > 0 ? Errors : Output).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
