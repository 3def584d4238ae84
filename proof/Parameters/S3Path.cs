namespace Proof.Parameters;

/// <summary>Objects in a bucket.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">
/// What the keys begin with: empty for the whole bucket; a key by itself when it ends in neither a slash nor an asterisk. Null where
/// nothing is said of keys, as in a request that lists a bucket without a prefix.
/// </param>
internal sealed record S3Path(string Bucket, string? Prefix)
{
    private const string Scheme = "s3://";
    private const string AnyObject = "any-object";

    /// <summary>Reads <c>s3://BUCKET/PREFIX</c>, or <c>s3://BUCKET</c>; null if the text is none.</summary>
    public static S3Path? Parse(string text) =>
        !text.StartsWith(Scheme, StringComparison.Ordinal) ? null
        : text[Scheme.Length..].Split('/', 2) switch
        {
            [{ Length: > 0 } bucket, var prefix] => new(bucket, prefix),
            [{ Length: > 0 } bucket] => new(bucket, null),
            _ => null,
        };

    /// <summary>A path, from the ARN of an object or bucket, as <c>s3://BUCKET/PREFIX</c>.</summary>
    public static string Of(string arn) => $"{Scheme}{arn.Split(":::")[1].Replace(AnyObject, "", StringComparison.Ordinal)}";

    /// <summary>
    /// The ARN of the bucket or of an object under the path, the beginning of such an ARN, or the prefix; null where the path does not
    /// say it.
    /// </summary>
    public string? Write(Place place, string? part) => part switch
    {
        "bucket" => $"arn:{place.Partition}:s3:::{Bucket}",
        "prefix" => Prefix?.TrimEnd('*'),
        "under" => Prefix is null ? null : $"arn:{place.Partition}:s3:::{Bucket}/{Prefix.TrimEnd('*')}",
        _ when Prefix is null => null,
        _ => $"arn:{place.Partition}:s3:::{Bucket}/{Prefix.TrimEnd('*')}{(Prefix is "" or [.., '/' or '*'] ? AnyObject : "")}",
    };

    /// <inheritdoc/>
    public override string ToString() => Prefix is null ? $"{Scheme}{Bucket}" : $"{Scheme}{Bucket}/{Prefix}";
}
