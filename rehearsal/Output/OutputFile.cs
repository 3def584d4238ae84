namespace Rehearsal.Output;

/// <summary>The files that the user asked for.</summary>
internal static class OutputFile
{
    /// <summary>The path of the file that says of something else what a file says: a word for it stands before the ending.</summary>
    /// <param name="path">The path; null when the file was not asked for.</param>
    /// <param name="word">The number of another account, the name of another stack.</param>
    public static string? With(string? path, string word) => Path.ChangeExtension(path, $"{word}{Path.GetExtension(path)}");

    /// <summary>Checks, before anything starts, that a file can be written.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The path; null when it was not asked for.</param>
    /// <exception cref="BadInputException">It cannot.</exception>
    public static void CheckWritable(string option, string? path)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            var existed = File.Exists(path);
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
            if (!existed)
            {
                File.Delete(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(
                $"{option} {path}",
                $"the file cannot be written: {fault.Message}",
                "Give a path in a folder that exists and that you may write to.");
        }
    }

    /// <summary>Writes a file that was asked for; nothing when it was not.</summary>
    public static void Write(string? path, string content)
    {
        if (path is not null)
        {
            File.WriteAllText(path, content + "\n");
        }
    }
}
